/** How requests are made from descriptions. */
@NullMarked
package rw.ishemalink.local.openapi;

import org.jspecify.annotations.NullMarked;
