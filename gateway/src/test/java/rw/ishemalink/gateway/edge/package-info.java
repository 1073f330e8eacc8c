@NullMarked
package rw.ishemalink.gateway.edge;

import org.jspecify.annotations.NullMarked;
