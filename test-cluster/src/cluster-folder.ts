/** The name of a cluster's folder, in the temp folder, begins so. */
export const clusterFolderPrefix = 'odradek-kafka-'
/** The name of the socket by which a cluster takes orders. */
export const controlSocketName = 'control.sock'
