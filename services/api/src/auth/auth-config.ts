import type { ApiConfig } from '../config.ts'

/** The settings that matter to accounts. */
export type AuthConfig = Pick<
  ApiConfig,
  'isLoopback' | 'dataDirectory' | 'registration' | 'passwordMinLength' | 'google' | 'limits'
>
