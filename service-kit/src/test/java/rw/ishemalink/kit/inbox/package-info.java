/** Tests. */
@NullMarked
package rw.ishemalink.kit.inbox;

import org.jspecify.annotations.NullMarked;
