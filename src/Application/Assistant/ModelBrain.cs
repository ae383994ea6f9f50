using Microsoft.Extensions.AI;

namespace WaSaas.Application.Assistant;

/// <summary>
/// A language model that may answer before the embedded assistant does. Register any number: they are tried in the order
/// of registration, and none is needed.
/// </summary>
/// <param name="Name">Shown to the vendor, e.g. the model's name.</param>
/// <param name="Client">Calls it; throws when it is not to be had.</param>
public sealed record ModelBrain(string Name, IChatClient Client);
