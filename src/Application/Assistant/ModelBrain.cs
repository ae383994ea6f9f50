using Microsoft.Extensions.AI;

namespace WaSaas.Application.Assistant;

/// <summary>
/// A language model that may answer before the embedded assistant does. Register any number: they are tried in the order
/// of registration, and none is needed.
/// </summary>
/// <param name="Name">Shown to the vendor, e.g. the model's name.</param>
/// <param name="Client">Calls it; throws when it is not to be had.</param>
public sealed record ModelBrain(string Name, IChatClient Client)
{
    /// <summary>In <see cref="ChatOptions.AdditionalProperties"/>: the shop that is served, for what is kept apart or cached by shop.</summary>
    public const string TenantKey = "wasaas.tenant";

    /// <summary>Who works on customers' words when this model is asked; named on the privacy page. Null: nobody outside.</summary>
    public string? Host { get; init; }

    /// <summary>It may be shown a customer's pictures.</summary>
    public bool SeesPictures { get; init; }

    public ModelPrices Prices { get; init; } = ModelPrices.None;
}

/// <summary>Prices per million tokens, in whatever currency the provider bills. Zero when they are not set.</summary>
public sealed record ModelPrices(decimal Input, decimal CachedInput, decimal Output)
{
    public static readonly ModelPrices None = new(0, 0, 0);

    /// <summary>A price per million is at the same time a price in millionths for one.</summary>
    public long CostMicros(long input, long cached, long output) =>
        (long)Math.Round(((input - cached) * Input) + (cached * CachedInput) + (output * Output), MidpointRounding.AwayFromZero);
}
