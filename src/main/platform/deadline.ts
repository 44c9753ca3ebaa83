export { Deadline } from '../../shared/time/deadline'
