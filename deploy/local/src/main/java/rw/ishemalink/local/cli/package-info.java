/**
 * The one command. Invariant: whatever goes wrong is told in one line that says what to do, with an exit code that is
 * not 0; a stack trace is shown to nobody who did not ask for it ({@code ISHEMA_DEBUG=1}).
 */
@NullMarked
package rw.ishemalink.local.cli;

import org.jspecify.annotations.NullMarked;
