/**
 * `npm run test:engines`: the journeys that must also hold in Firefox and WebKit, driven as Debian ships them.
 * Plain Node 20 and its own modules only.
 */
import { spawnSync } from 'node:child_process'
import { build, fail, findOrInstall, prepare, root } from './toolchain.mjs'

const tools = prepare()
const env = {
  ...tools.env,
  NODE_ENV: 'test',
  FIREFOX: findOrInstall('Firefox', ['firefox-esr', 'firefox'], 'firefox-esr'),
  WEBKIT_DRIVER: findOrInstall('The driver of WebKitGTK', ['WebKitWebDriver'], 'webkit2gtk-driver'),
  XVFB: findOrInstall('Xvfb (a screen for WebKitGTK)', ['Xvfb'], 'xvfb'),
}
if (!build(tools)) fail('The build failed: the lines above say where.')
const { status } = spawnSync(tools.node, ['node_modules/vitest/vitest.mjs', 'run', '--project=engines'], {
  cwd: root,
  env,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
