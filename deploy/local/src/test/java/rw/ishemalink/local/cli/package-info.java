/** What the command decides and prints. */
@NullMarked
package rw.ishemalink.local.cli;

import org.jspecify.annotations.NullMarked;
