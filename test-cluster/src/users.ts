/** Who may log in to a test cluster. These are test data: everybody may know them. */

/** Password by user name. */
export type Users = Readonly<Record<string, string>>

/** The users of a cluster that names none. `admin` is above all ACLs, the others may do nothing until an ACL lets them. */
export const defaultUsers: Users = { admin: 'admin-secret', alice: 'alice-secret', bob: 'bob-secret' }

/** Names whose requests no ACL refuses: the brokers and tools on the internal listener, and the user `admin`. */
export const superUsers = 'User:ANONYMOUS;User:admin'
