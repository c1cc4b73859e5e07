import '@fontsource-variable/geist/index.css'
import { render } from 'solid-js/web'

import { App } from './app/App.tsx'

import './theme/tokens.css'
import './theme/base.css'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')
render(() => <App />, root)
