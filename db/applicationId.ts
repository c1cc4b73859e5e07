/** Written into the file's header (`Fore` in ASCII), so that another program's database is never taken for ours. */
export const applicationId = 0x466f7265
