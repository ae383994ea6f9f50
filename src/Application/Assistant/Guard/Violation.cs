namespace WaSaas.Application.Assistant.Guard;

/// <summary>Something in a draft that nothing stands behind.</summary>
/// <param name="Code">Stable: shown to the vendor, counted.</param>
/// <param name="Advice">What the model should mend; holds no word of the draft or of the customer.</param>
internal sealed record Violation(string Code, string Advice);
