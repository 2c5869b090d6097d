/** A way to the database that can be told to break at one step, as when a server or its database is killed then. */
import { type AddressInfo, connect as dial, createServer, type Server, type Socket } from 'node:net'

/** Before the statement is heard; or after it was done, but before the answer comes back. */
export type Cut = 'before' | 'after'

export interface BreakableWay {
  readonly port: number
  /** Breaks at the nth thing that is said from now on. @returns whether it has broken since */
  readonly breakAt: (nth: number, cut: Cut) => () => boolean
  /** From now on each nth commit is done, and its answer is lost. @returns how many were lost so far */
  readonly loseCommits: (nth: number) => () => number
  readonly mend: () => void
  readonly stop: () => Promise<void>
}

/** What is broken now. @returns the cut of what is being said, where there is one */
type Plan = (said: Buffer) => Cut | undefined

/** Lays the way. @param to where the database listens: an address, or the folder of its socket */
export async function breakableWay(to: { readonly host: string; readonly port: number }): Promise<BreakableWay> {
  let plan: Plan | undefined
  const open = new Set<Socket>()
  const server: Server = createServer((near) => {
    const far = to.host.startsWith('/') ? dial(`${to.host}/.s.PGSQL.${to.port}`) : dial(to.port, to.host)
    let swallows = false
    const end = () => {
      open.delete(near)
      open.delete(far)
      near.destroy()
      far.destroy()
    }
    for (const side of [near, far]) {
      open.add(side)
      side.on('error', end).on('close', end)
    }
    near.on('data', (said: Buffer) => {
      const cut = plan?.(said)
      if (cut === 'before') return end()
      if (cut === 'after') swallows = true
      far.write(said)
      return undefined
    })
    far.on('data', (answered: Buffer) => {
      if (swallows) end()
      else near.write(answered)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    breakAt: (nth, cut) => {
      let left = nth
      plan = () => {
        left -= 1
        return left === 0 ? cut : undefined
      }
      return () => left <= 0
    },
    loseCommits: (nth) => {
      let [commits, lost] = [0, 0]
      plan = (said) => {
        if (!/\bcommit\0/i.test(said.toString('latin1'))) return undefined
        commits += 1
        if (commits % nth > 0) return undefined
        lost += 1
        return 'after'
      }
      return () => lost
    },
    mend: () => {
      plan = undefined
    },
    stop: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
