/** Tests of the contracts: committed, compatible, documented. */
@NullMarked
package rw.ishemalink.schemas;

import org.jspecify.annotations.NullMarked;
