// The hashed names of the client's files, put in by vite.config.ts.
declare module 'virtual:client-assets' {
  const assets: { style: string; script: string; font: string }
  export default assets
}
