// @ts-check
/**
 * What Chromium and GTK write where there is no session bus, no GPU and no desktop: true, harmless
 * and long. Everything else an app writes stays visible.
 */
const NOISE = [
  /^\[\d+:[\d/.]+:(ERROR|WARNING):([\w/]*\/)?(bus|object_proxy|(viz|gpu|gl|gles2|angle|vaapi|command_buffer|shared_image|one_copy_raster)_?\w*)\.cc/,
  /^libva (error|info)/,
  /^(libEGL|MESA|MESA-LOADER|libGL)\b/,
  /^\(.*\): (Gtk|Gdk|dconf|GLib|GLib-GIO|GVFS|dbind|Atk)-(WARNING|CRITICAL) \*\*/,
  /^Xlib: {2}extension "[\w-]+" missing on display/,
  /^Warning: vkCreateInstance: Found no drivers/,
];

/**
 * @param {string} line
 * @returns {boolean}
 */
export const isNoise = (line) => NOISE.some((pattern) => pattern.test(line));

/**
 * The option for `run` that keeps the terminal readable where the noise is to be expected.
 * `ELECTRON_ENABLE_LOGGING` shows all of it.
 * @param {{ source: string }} runtime
 * @param {boolean} virtual whether the screen is a virtual one
 * @returns {{ hideError?: (line: string) => boolean }}
 */
export function noiseFilter({ source }, virtual, env = process.env) {
  const expected = virtual || source === 'fallback';
  return expected && !env['ELECTRON_ENABLE_LOGGING'] ? { hideError: isNoise } : {};
}
