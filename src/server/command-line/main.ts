/** `npm run unclench -- COMMAND`: what the person who runs an installation does with it by hand. */
import { runCommand } from './commands.ts'

process.exitCode = await runCommand(process.argv.slice(2), process.env, (line) => console.log(line))
