package rw.ishemalink.analytics.drivers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Elements in order, each once, in blocks of a few hundred: adding and removing moves one block, and how many are before
 * an element is told by the sizes of the blocks before its own. A search tree that counts would take three times the
 * memory and, at the sizes of boards, no less time. The order must tell any two elements apart.
 */
final class InOrder<T> {

    private static final int MOST = 512;

    private final Comparator<? super T> order;

    /** None of them is empty. */
    private final List<List<T>> blocks = new ArrayList<>();

    InOrder(Comparator<? super T> order) {
        this.order = order;
    }

    void add(T element) {
        if (blocks.isEmpty()) {
            blocks.add(new ArrayList<>(List.of(element)));
            return;
        }
        int at = Math.min(block(element), blocks.size() - 1);
        List<T> block = blocks.get(at);
        block.add(place(block, element), element);
        if (block.size() > MOST) {
            List<T> second = block.subList(MOST / 2, block.size());
            blocks.add(at + 1, new ArrayList<>(second));
            second.clear();
        }
    }

    /** The element must be there. */
    void remove(T element) {
        int at = block(element);
        List<T> block = blocks.get(at);
        block.remove(place(block, element));
        if (block.isEmpty()) {
            blocks.remove(at);
        }
    }

    /** How many come before the element, which need not be one of these. */
    long before(T element) {
        int at = block(element);
        long before = 0;
        for (int i = 0; i < at; i++) {
            before += blocks.get(i).size();
        }
        return at == blocks.size() ? before : before + place(blocks.get(at), element);
    }

    /** The first first. */
    Stream<T> stream() {
        return blocks.stream().flatMap(List::stream);
    }

    /** The first block whose last element is not before this one. */
    private int block(T element) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(blocks.get(middle).getLast(), element) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int place(List<T> block, T element) {
        int found = Collections.binarySearch(block, element, order);
        return found < 0 ? -found - 1 : found;
    }
}
