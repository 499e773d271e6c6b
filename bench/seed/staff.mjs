/** Without this file nobody could sign in where writing is measured. It opens folders that are removed after the run, and nothing else. */

export const staff = { email: 'desk@bench.example', password: 'a password of measured newsrooms', roles: ['admin'], name: 'Desk' };
