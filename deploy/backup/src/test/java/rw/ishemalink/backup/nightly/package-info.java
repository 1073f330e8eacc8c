/** Tests. */
@NullMarked
package rw.ishemalink.backup.nightly;

import org.jspecify.annotations.NullMarked;
