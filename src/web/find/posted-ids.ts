/** Ids in forms and addresses of the clinic half, parsed once. */
import { z } from 'zod'

const id = z.uuid()
const nobody = '00000000-0000-0000-0000-000000000000'

/** An id of ours; undefined for anything else, which is then answered like an id of nobody. */
export const readId = (text: string | undefined): string | undefined => id.safeParse(text).data

/** An id as our own forms carry it. What is none is the id of nobody: the rules then say that it is not offered. */
export const idOrNobody = (text: string): string => readId(text)?.toLowerCase() ?? nobody
