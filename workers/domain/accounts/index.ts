// Accounts of one organisation: sign up, confirm, sign in, sign out, a new password.
export { AskReset, Reset, SignIn, SignUp } from './forms.ts'
export { askReset, reset, resetKeyWorks } from './resetting.ts'
export { signIn, signOut } from './signing-in.ts'
export { confirm, confirmKeyWorks, signUp } from './signing-up.ts'
export { sweep } from './sweeping.ts'
