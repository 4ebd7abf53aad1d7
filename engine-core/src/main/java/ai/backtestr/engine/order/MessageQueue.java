package ai.backtestr.engine.order;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Messages by time of arrival, those of the same time as they were sent. Engine thread only.
final class MessageQueue {
    private final List<Message> waiting = new ArrayList<>();
    private long lastNumber;
    private long nextArrivalNs = Long.MAX_VALUE;

    long nextNumber() {
        return ++lastNumber;
    }

    void add(Message message) {
        int at = waiting.size();
        while (at > 0 && waiting.get(at - 1).arrivalNs() > message.arrivalNs()) {
            at--;
        }
        waiting.add(at, message);
        nextArrivalNs = waiting.getFirst().arrivalNs();
    }

    /// Hands out what has arrived by `timeNs`, except what is sent meanwhile.
    void deliver(long timeNs, Consumer<Message> receiver) {
        long sentBefore = lastNumber;
        int count = 0;
        while (count < waiting.size() && isDue(waiting.get(count), timeNs, sentBefore)) {
            receiver.accept(waiting.get(count));
            count++;
        }
        waiting.subList(0, count).clear();
        nextArrivalNs = waiting.isEmpty() ? Long.MAX_VALUE : waiting.getFirst().arrivalNs();
    }

    private static boolean isDue(Message message, long timeNs, long sentBefore) {
        return message.arrivalNs() <= timeNs && message.number() <= sentBefore;
    }

    /// Returns when the next arrives; `Long.MAX_VALUE` if none is on its way.
    long nextArrivalNs() {
        return nextArrivalNs;
    }
}
