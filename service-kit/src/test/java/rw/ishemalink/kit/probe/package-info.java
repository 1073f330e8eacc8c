/** Tests. */
@NullMarked
package rw.ishemalink.kit.probe;

import org.jspecify.annotations.NullMarked;
