package rw.ishemalink.tracking;

import static rw.ishemalink.kit.testing.Patience.await;

import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Listens on a WebSocket and remembers what comes. */
final class SocketEar implements WebSocket.Listener {

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final StringBuilder begun = new StringBuilder();
    private volatile @Nullable Integer closedWith;

    /** The messages so far. */
    List<String> texts() {
        return texts;
    }

    /** The code with which the other end closed, if it has. */
    @Nullable
    Integer closedWith() {
        return closedWith;
    }

    void awaitText(String part) {
        await().until(() -> texts.stream().anyMatch(text -> text.contains(part)));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        begun.append(data);
        if (last) {
            texts.add(begun.toString());
            begun.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
        closedWith = statusCode;
        return null;
    }
}
