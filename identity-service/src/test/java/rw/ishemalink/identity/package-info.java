/** What concerns the whole service: the rules of the house and the published API. */
@NullMarked
package rw.ishemalink.identity;

import org.jspecify.annotations.NullMarked;
