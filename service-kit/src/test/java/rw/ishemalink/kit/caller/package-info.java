/** Tests. */
@NullMarked
package rw.ishemalink.kit.caller;

import org.jspecify.annotations.NullMarked;
