/** Tests. */
@NullMarked
package rw.ishemalink.kit.problem;

import org.jspecify.annotations.NullMarked;
