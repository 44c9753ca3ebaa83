import { Component, type ReactNode } from 'react'
import { appError } from '../../../../../shared/errors/errors'
import { LoadFailed } from './splash'

interface CrashGuardProps {
  readonly children: ReactNode
}

/** A bug in a screen must not leave an empty window over a microphone that works: say so, and draw it again. */
export class CrashGuard extends Component<CrashGuardProps, { readonly crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError() {
    return { crashed: true }
  }

  override render() {
    if (!this.state.crashed) return this.props.children
    return <LoadFailed error={appError('unexpected')} retry={() => this.setState({ crashed: false })} />
  }
}
