/** Tests of the door. */
@NullMarked
package rw.ishemalink.gateway;

import org.jspecify.annotations.NullMarked;
