/// What was bought and sold at which price: footprints of bars and volume profiles, summed up from ticks in the
/// background. The package knows the chart; the chart knows it as one of its layers only.
package ai.backtestr.render.profile;
