collateSearch("terms",{"entries":247,"shown":6,"starts":["","#162","146","alm","camp","deal","fille","ini","meta","otherw","repl","sr","trip"],"version":"twlqoh"})
