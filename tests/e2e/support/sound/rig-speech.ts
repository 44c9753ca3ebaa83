export * from '../../../../scripts/rig/speech'
