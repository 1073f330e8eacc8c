/** Tests of the route table. */
@NullMarked
package rw.ishemalink.gateway.route;

import org.jspecify.annotations.NullMarked;
