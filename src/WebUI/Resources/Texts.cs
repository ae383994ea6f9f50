using System.Resources;

[assembly: NeutralResourcesLanguage("fr")]

namespace WaSaas.WebUI.Resources;

/// <summary>All sentences on screens: <c>Texts.resx</c> is French, <c>Texts.en.resx</c> English. Keys say where and what.</summary>
public sealed class Texts;
