package rw.ishemalink.payment.collecting;

import java.util.concurrent.Semaphore;

/** The hands of this instance for one provider; a provider that keeps all of its own busy takes none of another's. */
final class Crew {

    private final Provider provider;
    private final int size;
    private final Semaphore free;
    private volatile boolean tookAll;

    Crew(Provider provider, int size) {
        this.provider = provider;
        this.size = size;
        this.free = new Semaphore(size);
    }

    Provider provider() {
        return provider;
    }

    /** All free hands, at most; give back those that find nothing to do. */
    int takeFree() {
        return free.drainPermits();
    }

    void giveBack(int hands) {
        free.release(hands);
    }

    /** Whether the last look found work for every hand, so that more may be waiting. */
    void tookAll(boolean all) {
        tookAll = all;
    }

    /** True when more work may wait and half of the hands are free: looking for each hand alone would cost a query each. */
    boolean shouldLookAgain() {
        return tookAll && free.availablePermits() * 2 >= size;
    }
}
