/** How somebody of the team signs in: their role, a new invitation, and the end of it. Owners alone. */
import { Hono } from 'hono'
import { changeRole, inviteAgain, removeMember, type TeamChange } from '../../../clinic/people/invitations.ts'
import type { MemberRow } from '../../../clinic/setup/picture.ts'
import { answer } from '../../find/booking/answer.tsx'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { type Ask, change, notYours, type Post, posted, shown } from './clinic-answer.tsx'
import { idIn, typedIn } from './clinic-fields.ts'
import { readRole } from './clinic-forms.ts'
import { ClinicPage, type PageBase } from './clinic-parts.tsx'
import { clinicPaths } from './clinic-paths.ts'
import { roleWords } from './team-page.tsx'

/** The routes of those who sign in. */
export function memberRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(
    clinicPaths.memberPattern,
    shown(home, ['change-team'], (ask) => show(ask)),
  )
  app.post(clinicPaths.memberPattern, posted(home, ['change-team'], postMember))
  return app
}

function show(ask: Ask, problems: readonly Problem[] = [], status: 200 | 409 | 422 = 200) {
  const member = ask.picture.members.find(({ id }) => id === ask.c.req.param('id'))
  return member ? answer(ask.c, <MemberPage {...{ ...ask, member, problems }} />, status) : notYours(ask.home, ask.c)
}

const lastOwner: Problem = {
  field: 'role',
  text: 'A clinic needs an owner, and this is the last one. Make somebody else an owner first.',
}

const enoughLinks: Problem = {
  field: 'invite',
  text: 'Enough links went out today. Ask them to look in their junk mail, or send another tomorrow.',
}

const needsTwo: Problem = {
  field: 'invite',
  text: 'They have joined meanwhile. Two others can let them in again, if they have lost every way in.',
}

async function postMember(post: Post) {
  const { fields, here, c } = post
  const id = idIn(c.req.param('id') ?? '')
  if (!id) return notYours(post.home, c)
  const what = typedIn(fields, 'do')
  const role = readRole(fields)
  if (what === 'role' && !role.ok) return show(post, role.problems, 422)
  const outcome = await change(post, (trx): Promise<TeamChange> => {
    if (what === 'role' && role.ok) return changeRole(trx, here.member, id, role.value.role)
    if (what === 'invite') return inviteAgain(trx, here.member, id, fields.get('seen')?.[0])
    if (what === 'remove') return removeMember(trx, here.member, id)
    return Promise.resolve({ ok: false, why: 'unknown' })
  })
  if (outcome.ok) return c.redirect(clinicPaths.team, 303)
  if (outcome.why === 'last-owner') return show(post, [lastOwner], 409)
  if (outcome.why === 'needs-two') return show(post, [needsTwo], 409)
  return outcome.why === 'too-many' ? show(post, [enoughLinks], 409) : notYours(post.home, c)
}

interface MemberPageProps extends PageBase {
  readonly member: MemberRow
  readonly problems: readonly Problem[]
}

function MemberPage(props: MemberPageProps) {
  const { member, problems, here } = props
  const options = Object.entries(roleWords).map(([value, { name, may }]) => ({ value, text: `${name}: ${may}` }))
  const action = clinicPaths.member(member.id)
  const isSelf = member.id === here.member.memberId
  return (
    <ClinicPage {...props} title={`How ${member.name} signs in`} problems={problems}>
      <p>
        {member.email}. {member.hasJoined ? 'Has joined the team.' : 'Invited, and has not joined yet.'}
      </p>
      <form method="post" action={action}>
        <RadioGroup
          name="role"
          legend="What may they do?"
          options={options}
          chosen={member.role}
          error={errorOf('role', problems)}
        />
        <button class="button go" type="submit" name="do" value="role">
          Save
        </button>
      </form>
      {member.hasJoined ? (
        <section>
          <h2 id="invite" tabindex={-1}>
            Lost every way in
          </h2>
          <p>
            A lost phone needs only a recovery code or a passkey. With all of them lost, two others let them begin anew:{' '}
            <a href={consolePaths.newStarts}>let a colleague in again</a>.
          </p>
        </section>
      ) : (
        <section>
          <h2>Lost the invitation</h2>
          <p>We send a new link to their address. Older links end. The link is good for seven days.</p>
          <form method="post" action={action}>
            <CarriedFields fields={{ seen: member.lastInvitation ?? '' }} />
            <button class="button" id="invite" type="submit" name="do" value="invite">
              Send a new link
            </button>
          </form>
        </section>
      )}
      <section>
        <h2>Leaving</h2>
        <p>
          {isSelf ? 'You are' : 'They are'} out at the next page. What they did stays in the records under their name.
          {member.therapistId !== null && ' People can still book them until you take them out as a therapist too.'}
        </p>
        <form method="post" action={action}>
          <button class="button" type="submit" name="do" value="remove">
            End the sign-in of {member.name}
          </button>
        </form>
      </section>
    </ClinicPage>
  )
}
