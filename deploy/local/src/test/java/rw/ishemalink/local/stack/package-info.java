/** The stack with real parts and tiny services. */
@NullMarked
package rw.ishemalink.local.stack;

import org.jspecify.annotations.NullMarked;
