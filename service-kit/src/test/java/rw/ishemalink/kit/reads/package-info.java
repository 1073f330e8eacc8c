@NullMarked
package rw.ishemalink.kit.reads;

import org.jspecify.annotations.NullMarked;
