export * from '../../../../scripts/rig/rig'
