@NullMarked
package rw.ishemalink.gateway.limit;

import org.jspecify.annotations.NullMarked;
