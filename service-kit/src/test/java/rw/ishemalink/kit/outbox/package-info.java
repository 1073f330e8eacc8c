/** Tests. */
@NullMarked
package rw.ishemalink.kit.outbox;

import org.jspecify.annotations.NullMarked;
