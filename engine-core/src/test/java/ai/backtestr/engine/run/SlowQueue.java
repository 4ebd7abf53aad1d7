package ai.backtestr.engine.run;

/// A place in a queue by the formulas as they were published, in quantities of one decimal.
final class SlowQueue {
    private final String model;
    private double front = -1; // not known
    private double level;
    private double traded;

    SlowQueue(String model) {
        this.model = model;
    }

    void see(double size) {
        if (front < 0) {
            front = size;
        } else {
            double change = level - size - traded;
            double back = level - front;
            double ahead = front;
            if (change >= 0) {
                double p = probability(front / 10, back / 10);
                ahead = front - (1 - p) * change + Math.min(back - p * change, 0);
            }
            traded = 0;
            front = Math.max(0, Math.min(ahead, size));
        }
        level = size;
    }

    /// Returns what of a trade came to the order.
    long trade(long size) {
        if (front < 0) {
            return 0;
        }
        traded += (double) size;
        double reached = Math.floor((double) size - front); // all quantities are whole steps but the front
        if (reached > 0) {
            front = 0;
            return (long) reached;
        }
        front = Math.max(0, front - (double) size);
        return 0;
    }

    private double probability(double front, double back) {
        double n = model.contains(":") ? Double.parseDouble(model.substring(model.indexOf(':') + 1)) : 0;
        if (front + back == 0) {
            return 1;
        }
        return switch (model.split(":", -1)[0]) {
            case "conservative" -> 1;
            case "log" -> Math.log(1 + back) / (Math.log(1 + back) + Math.log(1 + front));
            case "log2" -> Math.log(1 + back) / Math.log(1 + back + front);
            case "power" -> Math.pow(back, n) / (Math.pow(back, n) + Math.pow(front, n));
            case "power2" -> Math.pow(back / (back + front), n);
            case "power3" -> 1 - Math.pow(front / (front + back), n);
            default -> throw new IllegalArgumentException(model);
        };
    }
}
