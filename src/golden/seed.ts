import fc from 'fast-check'

// The same cases at each run; `FC_SEED=1234 npm run test:unit` tries others.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261124) })
