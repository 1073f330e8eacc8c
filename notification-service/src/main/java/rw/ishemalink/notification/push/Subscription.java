package rw.ishemalink.notification.push;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One reader's place; reads on from there whenever it is woken, one page after the other. */
final class Subscription {

    private static final Logger LOG = Logger.getLogger(Subscription.class);

    private final Notes notes;
    private final Reader reader;
    private final Consumer<Note> show;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable NotePlace place;
    private volatile boolean ended;

    Subscription(Notes notes, Reader reader, Consumer<Note> show) {
        this.notes = notes;
        this.reader = reader;
        this.show = show;
    }

    /** From there on. What wakes it before has no effect. */
    void begin(NotePlace from) {
        lock.lock();
        try {
            place = from;
        } finally {
            lock.unlock();
        }
        readOn();
    }

    /** Shows what is new. */
    void readOn() {
        lock.lock();
        try {
            List<Note> page;
            do {
                NotePlace from = place;
                if (ended || from == null) {
                    return;
                }
                page = notes.listAfter(reader, from);
                page.forEach(this::show);
            } while (Notes.isFull(page));
        } catch (RuntimeException e) {
            LOG.warnf("a reader's notes cannot be read now: %s", e.getClass().getSimpleName());
        } finally {
            lock.unlock();
        }
    }

    /** Shows nothing any more; false when that was so before. */
    boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    private void show(Note note) {
        if (!ended) {
            show.accept(note);
            place = NotePlace.find(note.id()).orElseThrow();
        }
    }
}
