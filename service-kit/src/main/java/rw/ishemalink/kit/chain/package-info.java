/** Hash chains: what is written, in order, so that any later change shows. Invariant: a place's hash depends on its content and on everything before it. */
@NullMarked
package rw.ishemalink.kit.chain;

import org.jspecify.annotations.NullMarked;
