// The two modules of the test runtime, as far as the tests use them.
declare module 'cloudflare:workers' {
  export const env: Record<string, unknown>
}
declare module 'cloudflare:test' {
  export function createExecutionContext(): { waitUntil(work: Promise<unknown>): void }
  export function waitOnExecutionContext(context: { waitUntil(work: Promise<unknown>): void }): Promise<void>
}
